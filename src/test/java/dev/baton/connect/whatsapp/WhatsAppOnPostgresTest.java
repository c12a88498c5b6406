package dev.baton.connect.whatsapp;

import dev.baton.OnPostgres;
import org.junit.jupiter.api.Tag;

/** WhatsApp on PostgreSQL. */
@Tag("nightly")
@OnPostgres
class WhatsAppOnPostgresTest extends WhatsAppJourney {}
