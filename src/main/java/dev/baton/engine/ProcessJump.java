package dev.baton.engine;

/** Jump of an instance: out of one element and to just before another. */
public record ProcessJump(String from, String to) {}
