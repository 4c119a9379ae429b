"""What acronyms in titles are short for: those that hardly anything else is short for where they are used.

`bench/acronyms.py` counts which words of titles have an acronym's initials, and stand in titles on the same matters as
it does. Of its list, made of 229,000 titles of DBLP, the Anthology and Crossref, a person kept what people do write.
Left out is what has a second meaning in earnest that nothing beside it tells (OOD, GDA, PCR), what is a word (CAT, MAP,
TAG) and what numbers a part (VI). What is written in sciences of which these sources hold little was added.
"""

from __future__ import annotations

from typing import NamedTuple

# An acronym, and how the words begin that it is short for: people write “labeling”, “labelling” and “labelers”. Two
# letters stand for much, so few of these are sure.
_TWO_LETTERS = """
ai artificial intelligen|db databas|fl federated learn|gd gradient descent|ie information extract|kb knowledge base
kd knowledge distill|kg knowledge graph|lm language model|ml machine learn|mt machine translat|nb naive bayes
qa question answer|rl reinforcement learn|td temporal difference|ud universal dependenc|vr virtual reality
wl weisfeiler lehman|wl weisfeiler leman
"""
_MORE_LETTERS = """
absa aspect based sentiment analys|aec acoustic echo cancel|amr abstract meaning represent|ape automatic post edit
api application programming interface|asl american sign language|asp answer set program|asr automatic speech recogni
avsr audio visual speech recogni|bci brain computer interfac|bdd binary decision diagram|bev birds eye view
blstm bidirectional long short term memor|cca canonical correlation analys|ccg combinatory categorial gramma
cfg context free gramma|cmc computer mediated communic|cmdp constrained markov decision process
cnf conjunctive normal form|cnn convolution neural net|cqa community question answer|crf conditional random field
crp chinese restaurant process|cscw computer supported cooperative work|csi channel state informat
csp constraint satisfaction problem|ctc connectionist temporal classif|ctr click through rate
cvae conditional variational autoencod|cvar conditional value at risk|cwi complex word identif|dae denoising autoencod
dag directed acyclic graph|dbms database management system|dcop distributed constraint optimi problem
dct discrete cosine transform|ddi drug drug interact|ddos distributed denial of service
ddpm denoising diffusion probabilistic model|dnn deep neural net|doa direction of arrival|dpo direct preference optimi
dpp determinantal point process|drl deep reinforcement learn|dst dialog state track|dtw dynamic time warp
ebm energy based model|ebmt example based machine translat|ehr electronic health record|ekf extended kalman filter
erm empirical risk minimi|fca formal concept analys|fcn fully convolutional net|fdr false discovery rate
fft fast fourier transform|fol first order logic|fpga field programmable gate array|fpn feature pyramid net
fpt fixed parameter tractab|fsa finite state automat|fst finite state transduc|gan generative adversarial net
gcn graph convolution network|gec grammatical error correct|gmm gaussian mixture model|gnn graph neural net
gpu graphics processing unit|gru gated recurrent unit|gui graphical user interface|hci human computer interact
hdp hierarchical dirichlet process|hdr high dynamic range|hin heterogeneous information network
hmm hidden markov model|hoi human object interact|hpc high performance comput|hri human robot interact
hrtf head related transfer function|htn hierarchical task network|ibp indian buffet process
ica independent component analys|icl in context learn|ids intrusion detection system
inmt interactive neural machine translat|iot internet of things|iou intersection over union
irl inverse reinforcement learn|irt item response theor|itg inversion transduction gramma|kbp knowledge base populat
kbqa knowledge base question answer|kgc knowledge graph complet|kge knowledge graph embed|knn k nearest neighbo
kws keyword spot|lbsn location based social network|lfg lexical functional gramma|llm large language model
llod linguistic linked open data|lmf lexical markup framework|lqr linear quadratic regulat|lsa latent semantic analys
lsh locality sensitive hash|lstm long short term memor|ltag lexicali tree adjoining gramma|ltl linear temporal logic
lvcsr large vocabulary continuous speech recogni|lvm latent variable model|mab multi armed bandit
mab multiarmed bandit|marl multi agent reinforcement learn|marl multiagent reinforcement learn
mcmc markov chain monte carlo|mcts monte carlo tree search|mdl minimum description length|mdp markov decision process
mfcc mel frequency cepstral coefficient|mil multi instance learn|mil multiple instance learn
mimo multi input multi output|mimo multiple input multiple output|mkl multiple kernel learn
mle maximum likelihood estimat|mllm multimodal large language model|mlp multi layer perceptron
mlp multilayer perceptron|mmd maximum mean discrepan|moe mixture of expert|moe mixtures of expert
mooc massive open online course|mos mean opinion score|mot multi object track|mot multiple object track
mrc machine reading comprehen|mrf markov random field|mtl multi task learn|mtl multitask learn|mvs multi view stereo
mwe multi word expression|mwe multiword expression|nas neural architecture search|ner named entit recogni
nlg natural language generat|nlp natural language process|nlu natural language understand
nmf nonnegative matrix factori|nmt neural machine translat|ntk neural tangent kernel|ocr optical character recogni
ode ordinary differential equation|oov out of vocabulary|osn online social network|pac probably approximately correct
pbmt phrase based machine translat|pbsmt phrase based statistical machine translat|pca principal component analys
pcfg probabilistic context free gramma|pde partial differential equation|plda probabilistic linear discriminant analys
plsa probabilistic latent semantic analys|poi point of interest|poi points of interest
pomdp partially observable markov decision process|pos part of speech|pos parts of speech|pso particle swarm optimi
ptas polynomial time approximation scheme|ptb penn treebank|qbf quantified boolean formula|qoe quality of experience
qos quality of service|rag retrieval augmented generat|rbm restricted boltzmann machine
rbmt rule based machine translat|rdf resource description framework|rir room impulse respon
ris reconfigurable intelligent surface|rkhs reproducing kernel hilbert space|rnn recurrent neural net
rnnlm recurrent neural network language model|rpg role playing game|rst rhetorical structure theor
rte recogni textual entail|sde stochastic differential equation|sds spoken dialog system|sed sound event detect
ser speech emotion recogni|sfda source free domain adapt|sfm structure from motion|sgd stochastic gradient descent
slam simultaneous locali and mapping|slu spoken language understand|smt statistical machine translat
snn spiking neural net|sql structured query language|srl semantic role label|stft short time fourier transform
sts semantic textual similarit|svd singular value decomposit|svm support vector machine|tcn temporal convolution net
tdnn time delay neural net|tkg temporal knowledge graph|tsp traveling sales problem|tsp travelling sales problem
tts text to speech|uav unmanned aerial vehicle|ucb upper confidence bound|uda unsupervised domain adapt
ugc user generated content|ukf unscented kalman filter|uml unified model language|vae variational auto encod
vae variational autoencod|vlm vision language model|vlm visual language model|vos video object segment
vqa visual question answer|vsm vector space model|wer word error rate|wfst weighted finite state transduc
wsd word sense disambiguat|wsn wireless sensor network|www world wide web
"""
# What the three sources hold too little of to count it.
_OTHER_SCIENCES = """
adhd attention deficit hyperactivity disorder|afm atomic force microscop|ahp analytic hierarchy process
arima autoregressive integrated moving average|arma autoregressive moving average|asd autism spectrum disorder
bmi body mass index|cbt cognitive behavio therap|cfd computational fluid dynamic|ckd chronic kidney disease
copd chronic obstructive pulmonary disease|css cascading style sheet|dea data envelopment analys
fea finite element analys|fem finite element method|fmri functional magnetic resonance imag|gdp gross domestic product
gis geographic information system|gps global positioning system|hiv human immunodeficiency virus
hplc high performance liquid chromatogra|hplc high pressure liquid chromatogra|icu intensive care unit
imu inertial measurement unit|led light emitting diode|lms learning management system|mri magnetic resonance imag
ngo non governmental organi|nmr nuclear magnetic resonan|ptsd post traumatic stress disorder
rct randomi controlled trial|sdg sustainable development goal|tem transmission electron microscop
tqm total quality manage|udb universal databas|xrd x ray diffraction
"""


# What is short for more than one thing in earnest: it is these words beside others that begin so, which the counting
# found in titles on the one matter and hardly in those on the other.
_BY_MATTER = """
als amyotrophic lateral scleros: disease dysarthr parkinson patient
als alternating least squares: factori matri recommend tensor
ann approximate nearest neighbo: hash index quanti search
ar augmented reality: authoring glasses headset immersive mobile mounted tangible
dp differential priva: private federated locally renyi submodular
dp differentially private: federated locally renyi submodular
gp gaussian process: bayesian kernel posterior regression variational
ilp inductive logic program: predicate rule
ilp integer linear program: parsing summari
ir information retriev: document full lingual queries query sigir text web
lda latent dirichlet allocat: document text topic
lda linear discriminant analys: class covariance face speaker
ne named entit: biomedical corpora corpus disambiguat transliterat wikipedia
nli native language identif: classifier essay gram learner
nn neural net: acoustic convolution deep layer recurrent spiking
ot optimal transport: sinkhorn unbalanced wasserstein
qe quality estimat: machine mt postedit translat wmt
qe query expan: document retriev search
se speech enhance: channel monaural noise noisy
sr super resolution: blind face hyperspectral image video
ssl self supervised learn: contrastive pretext
ssl semi supervised learn: pseudo unlabel
vad video anomaly detect: weakly
vad voice activity detect: diarization noise noisy speaker speech
vc voice conver: parallel speaker speech
"""


class Reading(NamedTuple):
    """How the words begin that an acronym is short for, and those of which one must stand beside it; none for any."""

    words: tuple[str, ...]
    matters: tuple[str, ...]


def _readings(*tables: str) -> dict[str, tuple[Reading, ...]]:
    rows = [row for table in tables for line in table.split("\n") for row in line.split("|") if row]
    found: dict[str, tuple[Reading, ...]] = {}
    for row in rows:
        meaning, _, matters = row.partition(":")
        acronym, *words = meaning.split()
        found[acronym] = (*found.get(acronym, ()), Reading(tuple(words), tuple(matters.split())))
    return found


# What an acronym is short for; of some this is written in more than one way.
READINGS = _readings(_TWO_LETTERS, _MORE_LETTERS, _OTHER_SCIENCES, _BY_MATTER)
