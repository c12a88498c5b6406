package dev.baton.connect.whatsapp;

import dev.baton.OnH2;
import org.springframework.test.context.TestPropertySource;

/** WhatsApp on H2. */
@OnH2
@TestPropertySource(
    properties =
        "spring.datasource.url=jdbc:h2:mem:whatsapp;MODE=PostgreSQL;LOCK_TIMEOUT=10000;"
            + "DB_CLOSE_DELAY=-1;INIT=CREATE DOMAIN IF NOT EXISTS BLOB AS BINARY LARGE OBJECT")
class WhatsAppTest extends WhatsAppJourney {}
