package dev.baton.web.call;

import dev.baton.OnH2;

/** Calls on H2. */
@OnH2
class CallTest extends CallJourney {}
