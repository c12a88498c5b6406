package dev.baton.web.mcp;

import dev.baton.OnPostgres;

/** Assistants on PostgreSQL. */
@OnPostgres
class McpOnPostgresTest extends McpJourney {}
