/**
 * What would a connected CRM do? A simulated HubSpot and a simulated Salesforce with their faults,
 * for the demo and for tests.
 */
@NullMarked
package dev.baton.demo.crm;

import org.jspecify.annotations.NullMarked;
