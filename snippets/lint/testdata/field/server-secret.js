const express = require("express");
const IMP_KEY = "7234567890123456";
const config = { imp_key: IMP_KEY, imp_secret: "k8fYq1MZ0Lw3xN5vR7tB2cD4eG6hJ9aS1dF3gH5jK7lZ9xC2vB4nM6qW8eR0tY1uI3oP5aS7dF9gH" };
module.exports = config;
