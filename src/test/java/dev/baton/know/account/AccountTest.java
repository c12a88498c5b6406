package dev.baton.know.account;

import dev.baton.OnH2;

/** Companies on H2. */
@OnH2
class AccountTest extends AccountJourney {}
