package dev.baton.web.mcp;

import dev.baton.OnH2;

/** Assistants on H2. */
@OnH2
class McpTest extends McpJourney {}
