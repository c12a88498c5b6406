package dev.baton.signal;

/**
 * What is wrong with a field, or worth knowing of it.
 *
 * @param field the path in the signal, such as {@code lead.email}
 */
record Issue(String field, String message) {}
