/**
 * Who else must know? Connections to other systems: what each of them hears, in order and once, and
 * how its deliveries go.
 */
@NamedInterface("connection")
@NullMarked
package dev.baton.connect.connection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
