"""Given names that stand for each other: short forms, and spellings of one name in Latin letters.

One row a name, in folded form. A short form may stand in several rows; two names are taken for variants of
each other where some row holds both. A new pair is a new word or a new row.
"""

from __future__ import annotations

_ROWS = """
abraham abe avraham avi
ahmed ahmad ahmet
albert al bert
alejandro alex ale
aleksandr alexander alexandr aleksander alex alec sasha sandy alexandre alessandro
alexandra alex sasha sandra alexandria
alexei alexey aleksei aleksey alyosha
alexis alex
ali aly
alfred fred al
amanda mandy
andrea andy
andrew andy drew andre andreas
andrei andrey andrej andriy
angela angie
anthony tony antony antonio
arthur art
barbara barb babs
benjamin ben benny binyamin
bernard bernie
bradley brad
calvin cal
cameron cam
catherine cathy kate katie katherine kathryn kathy kat cate katharine
charles charlie chuck chas carlos
christian chris
christina christine chris tina kristina christa
christopher chris kit christoph christophe kristoph
clifford cliff
cynthia cindy
daniel dan danny danilo
david dave davide
deborah deb debbie debra
dennis denny denis
dmitry dmitri dmitriy dmitrij dimitri dmitrii dima
donald don donny
dorothy dot dottie
douglas doug
edmund ed eddie ned
edward ed eddie ted ned eduard eduardo
eleanor ellie nell
elizabeth liz beth betty eliza lisa elisabeth libby
emanuel manny manuel emmanuel immanuel
evgeny evgenii evgeniy yevgeny yevgeniy evgeni eugene zhenya
eugene gene
ferdinand ferdi fernando nando
francis frank fran francisco francesco paco
franklin frank
frederick fred freddy frederic frederik friedrich fritz
gabriel gabe gabi gabriele
gary garry
geoffrey geoff jeffrey jeff jeffery
george jorge georg georges giorgio
gerald gerry jerry
gerard gerry
grigory grigori gregory greg gregor
hassan hasan
harold harry hal
heinrich henry heinz harry hank henri enrique
hossein hussein husain hussain hosein
howard howie
igor ihor
isaac ike yitzhak itzik
jacob jake yaakov jakob jakub
jacqueline jackie
james jim jimmy jamie
janet jan
jennifer jen jenny jenn
jeremy jerry
jessica jess jessie
jiri george
johannes johann john hans jan juan jean giovanni ivan
john jack johnny jon
jonathan jon john jonny johnathan yonatan
joseph joe joey josef jose giuseppe yosef yossi
joshua josh yehoshua
judith judy
julia julie yulia
kathleen kathy kate
kenneth ken kenny
kimberly kim
konstantin constantin konstantinos kostas costas
lawrence larry laurence lorenzo laurent
leonard leo len lenny leonardo leonid
lewis louis lou luis luigi ludwig
lucas luke luca lukas
lyudmila ludmila
madeleine maddie madeline
margaret maggie meg peggy marge margie margarita
maria mary marie mariya
mark marc marcus marco markus
martin marty
matthew matt mathew matteo matthias mateo mathieu matthieu
maximilian max maxim maksim
megan meg meghan
melissa missy mel
michael mike mick mickey mikhail michail michal michel miguel misha michele mikael
mohammad mohammed muhammad mohamed mohamad muhammed mehmet mohammadi md mohd
mustafa mostafa moustafa
nathan nate nat
nathaniel nate nathan nat
natalia nataliya natalya natalie natasha
nicholas nick nicolas nicola nikolas nikolaos nikos nico
nikolai nikolay nicolai nikolaj
oleksandr alexander
oliver ollie olivier
omar omer umar
pamela pam
patricia pat patty trish patrizia
patrick pat paddy patrik
paul pablo paolo pavel pawel
peter pete petr pedro pierre pietro piotr petar pyotr
philip phil phillip philipp philippe felipe
rachel rachael
ramesh ramesha
raymond ray
rebecca becky becca
reza rezza
richard rick rich dick ricky ricardo riccardo
robert rob bob bobby robbie bert roberto
roger rodger
ronald ron ronnie ronny
rudolf rudy rudi rodolfo
ruslan russ rus
russell russ
samuel sam sammy shmuel
samantha sam
sara sarah
sergey sergei serguei serge sergii sergiy sergio
shlomo solomon
sophia sofia sophie sofie
stanley stan
stephanie steph stefanie
steven stephen steve stefan stephan stefano esteban stephane stevie
stuart stu stewart
susan sue susie suzanne susanne susanna
sylvia silvia
tatiana tatyana tanya
teresa theresa terry tess
theodore ted theo teddy theodor theodoros
thomas tom tommy tomas tomasz
timothy tim timmy
tobias toby
uladzimir vladimir
valery valerii valeriy valeri
veselin ves
victor vic viktor vittorio
victoria vicky tori vicki viktoria
vincent vince vincenzo vicente
vladimir volodymyr wladimir vlad volodya
vyacheslav viacheslav slava
walter walt
wendell wendy
wilhelm william will bill willi guillermo guillaume
william bill billy will willy liam
yousef youssef yusuf yusuf joseph josef yousuf
yuri yury yurii yuriy iurii juri jurij iouri youri
zachary zach zack zachariah
"""

ROWS: tuple[frozenset[str], ...] = tuple(frozenset(row.split()) for row in _ROWS.strip().splitlines())

NAMES = frozenset(name for row in ROWS for name in row)

# Each name to the numbers of the rows that hold it.
_PLACES: dict[str, frozenset[int]] = {
    name: frozenset(number for number, row in enumerate(ROWS) if name in row) for row in ROWS for name in row
}
_NOWHERE: frozenset[int] = frozenset()


def stand_for_each_other(left: str, right: str) -> bool:
    """Return whether some row holds both folded given names.

    >>> stand_for_each_other("bob", "robert")
    True
    """
    return not _PLACES.get(left, _NOWHERE).isdisjoint(_PLACES.get(right, _NOWHERE))
