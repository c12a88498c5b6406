/**
 * How does a CRM hear of leads, and what is heard of it? Contacts, companies, deals and notes on
 * both sides, and which side owns what.
 */
@NamedInterface("crm")
@NullMarked
package dev.baton.connect.crm;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
