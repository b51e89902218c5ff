#!/usr/bin/env node
// Runs the program from its source, without a build: node_modules/.bin/node bin/dev.js (Node 26 strips the types).
import { dirname } from 'node:path'
import { main } from '../src/doors/main.ts'

await main(process.argv.slice(2), dirname(import.meta.dirname))
