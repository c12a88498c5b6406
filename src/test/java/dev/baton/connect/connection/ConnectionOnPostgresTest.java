package dev.baton.connect.connection;

import dev.baton.OnPostgres;

/** Connections on PostgreSQL. */
@OnPostgres
class ConnectionOnPostgresTest extends ConnectionJourney {}
