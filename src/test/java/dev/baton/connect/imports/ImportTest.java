package dev.baton.connect.imports;

import dev.baton.OnH2;

/** Imports on H2. */
@OnH2
class ImportTest extends ImportJourney {}
