"""The installed command, from its first moment."""

from __future__ import annotations

import builtins

import pytest

from quizlib import start


def test_ctrl_c_while_loading_ends_quietly(monkeypatch, capsys):
    real = builtins.__import__

    def interrupted(name, *rest, **more):
        if name == "quizlib.cli":
            raise KeyboardInterrupt
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", interrupted)
    with pytest.raises(SystemExit) as end:
        start.main()
    assert end.value.code == 130
    assert capsys.readouterr() == ("", "")
