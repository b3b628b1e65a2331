"""Whether a sentence has a verb: a label such as "Costs." and a fragment of talk have none."""

import re

_FEW_WORDS = 4
_VERB = (
    r"(?:is|are|was|were|has|have|had|does|do|did|must|shall|[a-z]{2,20}ed|began|came|cost|cut|fell|found|gave|got"
    r"|grew|held|kept"
    r"|led|left|lent|lost|made|met|paid|put|ran|rose|said|sat|saw|sent|set|shows?|showed|spent|stood|took|went|won"
    r"|wrote"
    r"|asks?|checks?|costs?|covers?|dealt|draws?|drew|lies|needs?|slept|spoke|gives?|grows?|has|holds?|includes?|keeps?|links?|lists?|means?|opens?|runs?|says?"
    r"|serves?|states?"
    r"|takes?|uses?|works?|applies|apply|allows?|requires?|remains?|records?|receives?|meets|makes?|brings?|brought"
    r"|built|bought)"
)
VERB = re.compile(
    rf"\b{_VERB}\b|\b(?!(?:degre|minut|mil|pag|tonn|tim|cas|pric|plac|offic|vehicl)es\b)[a-z]{{3,20}}(?:es|izes|ates|ains|ives|ends|elps|orts|ides|eads|alls|ells|akes|inds|urns|ays"
    rf"|ows)\b"
    r"|\b(?:can|may|will|would|should|could|might|land|exists?|sits?|lays?|bear|stands?|go|come|see|use|need|live"
    r"|carry|stay|give|keep|make|take|pay|meet|work|run|cross|serve|store|account|lose|read|issue|provide)\b"
    r"|\b(?:account|weigh|admit|enter|pass|count|sell|buy|call|differ|reach|rise|fall|handle|charge|burn|draw|train"
    r"|examine|house|attend|permit|grant)s?\b"
    r"|\b(?:close|combine|complete|conceal|concern|employ|expect|forecast|protect|score|send|soften|walk|yield)s?\b"
)


def is_fragment(sentence: str) -> bool:
    """A few words without a verb: "A box of buttons.", as one says in a talk."""
    return sentence.count(" ") < _FEW_WORDS and VERB.search(sentence) is None
