package dev.baton.signal;

import dev.baton.OnH2;

/** Consent on H2. */
@OnH2
class ConsentTest extends ConsentJourney {}
