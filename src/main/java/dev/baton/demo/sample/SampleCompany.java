package dev.baton.demo.sample;

/** A made-up company. */
record SampleCompany(String name, String domain, int size, String industry, String country) {}
