package dev.baton.agent;

import dev.baton.OnPostgres;

/** Agents on PostgreSQL. */
@OnPostgres
class AgentsOnPostgresTest extends AgentJourney {}
