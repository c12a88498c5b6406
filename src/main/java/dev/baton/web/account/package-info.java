/** What does a person see of a company? */
package dev.baton.web.account;
