package dev.baton.connect.connection;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Connections on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class ConnectionOnPostgresTest extends ConnectionJourney {}
