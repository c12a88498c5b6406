package dev.baton.know.attribution;

import dev.baton.OnH2;

/** Attribution on H2. */
@OnH2
class AttributionTest extends AttributionJourney {}
