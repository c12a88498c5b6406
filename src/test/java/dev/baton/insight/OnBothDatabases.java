package dev.baton.insight;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A test that H2 and PostgreSQL must pass alike. */
@ParameterizedTest
@EnumSource(Database.class)
@Retention(RetentionPolicy.RUNTIME)
@interface OnBothDatabases {}
