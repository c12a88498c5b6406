package dev.baton.access.token;

import dev.baton.OnH2;

/** Tokens on H2. */
@OnH2
class TokenTest extends TokenJourney {}
