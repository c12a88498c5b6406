package dev.baton.know;

import dev.baton.OnH2;

/** Milestones and diagnosis on H2. */
@OnH2
class PatternTest extends PatternJourney {}
