package dev.baton.web.lead;

import dev.baton.OnH2;

/** The list of leads on H2. */
@OnH2
class LeadListTest extends LeadListJourney {}
