package dev.baton.access;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the first administrator, whom the first start makes.
 *
 * @param password empty: one is generated and printed, once
 */
@ConfigurationProperties("baton.admin")
record AdministratorSettings(@DefaultValue("") String password) {}
