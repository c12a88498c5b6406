/** What does another system prove itself with? Tokens, kept as hashes. */
@NullMarked
package dev.baton.access.token;

import org.jspecify.annotations.NullMarked;
