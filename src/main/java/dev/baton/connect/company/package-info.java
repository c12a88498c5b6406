/**
 * What is known of a company without a person? Funding, hiring, research on review sites: kept by
 * domain, and told to each of its leads as a signal of theirs.
 */
@NamedInterface("company")
@NullMarked
package dev.baton.connect.company;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
