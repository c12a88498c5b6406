package dev.baton.know.attribution;

import dev.baton.OnPostgres;

/** Attribution on PostgreSQL. */
@OnPostgres
class AttributionOnPostgresTest extends AttributionJourney {}
