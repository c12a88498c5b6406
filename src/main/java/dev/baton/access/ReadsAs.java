package dev.baton.access;

/**
 * Detail of a login by token: the person of the staff whose eyes it reads with.
 *
 * @param person their user id
 */
public record ReadsAs(String person) {}
