package dev.baton.connect.ads;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Conversions on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class ConversionOnPostgresTest extends ConversionJourney {}
