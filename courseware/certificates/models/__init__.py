from courseware.certificates.models.awards import Award
from courseware.certificates.models.certificates import Certificate, Paper, PrintedName
from courseware.certificates.models.runs import IssueLine, IssueRun

__all__ = ["Award", "Certificate", "IssueLine", "IssueRun", "Paper", "PrintedName"]
