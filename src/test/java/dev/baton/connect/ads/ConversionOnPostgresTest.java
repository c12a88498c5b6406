package dev.baton.connect.ads;

import dev.baton.OnPostgres;

/** Conversions on PostgreSQL. */
@OnPostgres
class ConversionOnPostgresTest extends ConversionJourney {}
