package dev.baton.connect.connection;

import dev.baton.OnH2;

/** Connections on H2. */
@OnH2
class ConnectionTest extends ConnectionJourney {}
