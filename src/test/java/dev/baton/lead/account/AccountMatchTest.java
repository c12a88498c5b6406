package dev.baton.lead.account;

import dev.baton.OnH2;

/** Matching of leads and companies on H2. */
@OnH2
class AccountMatchTest extends AccountMatchJourney {}
