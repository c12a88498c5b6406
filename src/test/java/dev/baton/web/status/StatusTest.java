package dev.baton.web.status;

import dev.baton.OnH2;

/** The status on H2. */
@OnH2
class StatusTest extends StatusJourney {}
