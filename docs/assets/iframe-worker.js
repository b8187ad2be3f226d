// A browser refuses workers to a page that was opened from a folder. There, and only there, the
// search of the site runs in a hidden frame instead, and is talked to by the same messages.
if (location.protocol === "file:")
  window.Worker = class extends EventTarget {
    #frame = document.createElement("iframe")
    #ready

    constructor(url) {
      super()
      this.#frame.hidden = true
      this.#ready = new Promise((resolve) => (this.#frame.onload = resolve)).then(() => this.#run(url))
      document.body.append(this.#frame)
    }

    #run(url) {
      const { contentWindow, contentDocument } = this.#frame
      contentWindow.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
      const script = contentDocument.createElement("script")
      script.src = url
      contentDocument.body.append(script)
      return new Promise((resolve) => (script.onload = resolve))
    }

    async postMessage(data) {
      await this.#ready
      this.#frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }))
    }
  }
