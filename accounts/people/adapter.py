from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter


class Adapter(DefaultAccountAdapter): pass
class SecondFactor(DefaultMFAAdapter): pass
