package dev.baton.connect.source;

import dev.baton.OnH2;

/** Look-ups on H2. */
@OnH2
class LookupTest extends LookupJourney {}
