package dev.baton.connect.whatsapp;

import java.util.List;

/**
 * A template as Meta has approved it.
 *
 * @param language as Meta writes it, such as {@code en} or {@code pt_BR}
 * @param values of its body, in their order, by our words
 */
record WhatsAppTemplate(String name, String language, List<String> values) {}
