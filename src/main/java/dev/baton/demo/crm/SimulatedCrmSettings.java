package dev.baton.demo.crm;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the simulated CRM.
 *
 * @param port on this machine
 */
@ConfigurationProperties("baton.demo.crm")
record SimulatedCrmSettings(@DefaultValue("8099") int port) {}
