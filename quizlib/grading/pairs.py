"""Words that a slip would make of each other: each of a pair means something else."""

from __future__ import annotations

#: What is made of them alike is a pair too: "deserts" and "desserts".
PAIRS: tuple[tuple[str, str], ...] = tuple(
    (pair.partition("/")[0], pair.partition("/")[2])
    for pair in """
    acclamation/acclimation adaptive/adoptive addiction/addition addictive/additive adler/alder
    aesthetic/anesthetic albino/albion alien/aline alteration/altercation alteration/alternation
    altercation/alternation amenable/amendable amiability/amicability angel/angle aries/arise
    backboard/blackboard backside/backslide baldness/boldness barely/barley baron/barron
    beatification/beautification bellow/below blandness/blindness blandness/blondness
    blindness/blondness brain/brian breton/briton broke/brooke bugle/bulge bushiness/business
    cameron/cameroon cannon/canon canvas/canvass carter/crater carton/cartoon carve/crave
    carving/craving casino/cassino castor/castro casual/causal celebrity/celerity
    chairwoman/charwoman climactic/climatic collision/collusion colombia/columbia comet/comte
    commandeer/commander compartment/comportment complaint/compliant complement/compliment
    concession/concussion condemnation/condensation conducive/conductive confection/convection
    confirmation/conformation congenial/congenital consecration/conservation
    constriction/construction constrictive/constructive constrictor/constructor
    continent/contingent convection/conviction coquette/croquette coral/corral corny/crony
    crassness/crossness creation/cremation creep/crepe crust/curst curie/currie dairy/diary
    decadent/decedent deducible/deductible defecation/defection defector/deflector
    defiance/deviance deletion/depletion department/deportment deprecat/depreciat
    deprivation/derivation desert/dessert detectable/detestable dilation/dilution dimer/dimmer
    diner/dinner discreet/discrete discus/discuss dragon/dragoon ductless/dustless
    eclectic/electric egoistic/egotistic eternal/external ethical/ethnical exaltation/exultation
    exercise/exorcise exercize/exorcize expandable/expendable expansive/expensive
    expatiat/expatriat expiation/expiration factional/fictional factional/fractional
    factitious/fictitious farmer/framer fibber/fiber fictional/fractional filing/filling
    finish/finnish forest/forrest forth/froth fraction/friction freedman/friedman gabble/gable
    garter/grater geranium/germanium ghastliness/ghostliness godly/goodly gradation/graduation
    gravely/gravelly gripe/grippe grist/grits groove/grove gusty/gutsy habitation/habituation
    handcraft/handicraft hardiness/hardness headless/heedless hoover/hover humaneness/humanness
    ideogram/idiogram immanen/imminen immoral/immortal impalement/implement impassable/impossible
    impatient/inpatient imperious/impervious improbable/improvable imprudence/impudence
    imprudent/impudent inbred/inbreed inequity/iniquity infarction/infraction infection/inflection
    infection/infliction inflection/infliction ingenious/ingenuous insolent/insolvent
    interment/internment interstate/intestate isotopic/isotropic later/latter lateral/literal
    liability/livability lighting/lightning liter/litter liveable/loveable liveliness/loveliness
    location/locution mantel/mantle marian/marina marital/martial marshal/marshall median/medina
    mediation/medication mediation/meditation medication/meditation mellon/melon minuet/minute
    mistiness/mustiness money/mooney moral/mortal morality/mortality mores/morse moulding/moulting
    mounding/mounting mouse/mousse national/notional nobel/noble nobelist/novelist
    noisiness/nosiness northeast/northwest nutrient/nutriment ordinance/ordnance
    pacemaker/peacemaker paris/parsi patently/patiently paterson/peterson pattering/patterning
    peasantry/pleasantry pediatrist/podiatrist perfect/prefect perforation/peroration
    pettiness/prettiness picket/pickett poison/poisson precognition/precondition
    predication/prediction predicative/predictive probabl/provabl prostate/prostrate
    protector/protestor quiet/quite radial/radical ragged/rugged reefer/refer reenter/renter
    reference/reverence referent/reverent remainder/reminder riffle/rifle rogue/rouge
    rooster/roster rubble/ruble ruination/rumination salivation/salvation salon/saloon salve/slave
    sandpaper/sandpiper satin/stain scallion/scullion scrabble/scribble sedation/sedition
    sentence/sentience sentient/sentiment serialis/sterilis serializ/steriliz shriek/shrike
    sickness/slickness signer/singer silver/sliver simulat/stimulat slackness/slickness
    smoother/smother solidity/stolidity soreness/sureness southeast/southwest spacious/specious
    spareness/sparseness splatter/splutter stamford/stanford starling/startling starling/sterling
    starling/stirling sterling/stirling stickiness/stockiness straggle/struggle stricture/structure
    striping/stripping sudanese/sundanese super/supper supplant/suppliant supplicant/suppliant
    tastiness/testiness tattering/tottering theatrical/thematical thrasher/thresher timber/timbre
    tired/tried toady/today topical/typical topograph/typograph trail/trial
    trustfulness/truthfulness underdone/undertone underlay/underplay underling/underlying
    unearned/unlearned unformed/uniformed uniformed/uninformed uninhabited/uninhibited unite/untie
    unwanted/unwonted vacation/vocation veraci/voraci verification/versification wariness/weariness
    weighing/weighting yeast/yeats
    """.split()
)
