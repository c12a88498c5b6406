package dev.baton.access.openid;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** Logins by a provider on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class OpenIdOnPostgresTest extends OpenIdJourney {}
