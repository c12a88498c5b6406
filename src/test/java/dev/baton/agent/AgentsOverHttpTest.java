package dev.baton.agent;

import dev.baton.OnH2;

/** Agents on H2. */
@OnH2
class AgentsOverHttpTest extends AgentJourney {}
