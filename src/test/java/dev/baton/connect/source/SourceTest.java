package dev.baton.connect.source;

import dev.baton.OnH2;

/** Sources on H2. */
@OnH2
class SourceTest extends SourceJourney {}
