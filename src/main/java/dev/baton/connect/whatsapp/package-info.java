/** How are leads written to on WhatsApp, and what do they write back? */
@NamedInterface("whatsapp")
@NullMarked
package dev.baton.connect.whatsapp;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
