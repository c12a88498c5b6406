/**
 * When does a notice go out, and what if it doesn't? The queue with its leases, digests, quiet
 * hours and failed deliveries.
 */
@NamedInterface("delivery")
@NullMarked
package dev.baton.alert.delivery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
