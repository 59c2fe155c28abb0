'use strict';
// discord.js inflates a zlib-stream with the package zlib-sync, which must be compiled with headers from the internet.
// Its interface is pako's, which discord.js itself used before. Without ZLIB_STREAM=1 it is as good as not installed.
if (process.env.ZLIB_STREAM !== '1') throw new Error('zlib-sync is switched off');
module.exports = require('pako');
