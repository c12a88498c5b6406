package dev.baton.demo.crm;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulated systems.
 *
 * @param port of the CRM on this machine; the six below it are those of the others
 */
@ConfigurationProperties("baton.demo.crm")
record SimulatedCrmSettings(@DefaultValue("8099") int port) {}
