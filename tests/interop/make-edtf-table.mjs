// make-edtf-table.mjs: valid EDTF strings with the days that another reader gives them
//
// Copyright 2026 The Dramatis authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes tests/fixtures/edtf.tsv on standard output. In a folder with `npm install edtf@4`:
//
//   node make-edtf-table.mjs > edtf.tsv
//
// A line is the string, its first and its last day, as TAB-separated values. A day is "*" where the interval is open,
// and "-" where the package defines none or another one than the standard:
//
// - seasons, which it takes for quarters: spring is January to March;
// - unknown ends, for which it gives the day 1970-01-01;
// - -000X and -00XX, whose sign it drops;
// - the leap day of the year 0, which it takes for 1 March;
// - before the year 0, unspecified months and days, which it counts backwards, and quarters and halves, whose end it
//   puts after Christ;
// - qualified quarters and halves, and intervals of them, which it can't read.

import edtf from 'edtf';

let state = 20140923;
const random = (n) => {
  state = (Math.imul(state, 1103515245) + 12345) >>> 0;
  return (state >>> 8) % n;
};
const pick = (list) => list[random(list.length)];
const two = (n) => String(n).padStart(2, '0');

function year() {
  const plain = random(3) ? 1000 + random(1100) : random(10000);
  const before = random(6) === 0 && plain > 0;
  return (before ? '-' : '') + String(plain).padStart(4, '0');
}

function length(text, month) {
  const date = new Date(Date.UTC(2000, month, 0));
  date.setUTCFullYear(Number(text), month, 0);
  return date.getUTCDate();
}

const forms = {
  day: () => {
    const y = year(), m = 1 + random(12);
    return `${y}-${two(m)}-${two(1 + random(length(y, m)))}`;
  },
  month: () => `${year()}-${two(1 + random(12))}`,
  year,
  decade: () => year().slice(0, -1) + 'X',
  century: () => year().slice(0, -2) + 'XX',
  someDay: () => `${year()}-${two(1 + random(12))}-XX`,
  someMonth: () => `${year()}-XX`,
  someYearDay: () => `${year()}-XX-XX`,
  season: () => `${year()}-${21 + random(4)}`,
  quarter: () => `${year()}-${33 + random(4)}`,
  half: () => `${year()}-${40 + random(2)}`,
};

const date = () => pick(Object.values(forms))() + pick(['', '', '', '~', '?', '%']);
const isSeason = (text) => /^-?\d{4}-2[1-4]/.test(text);

// As the standard counts, for the order of an interval alone.
const floor = (text) => Number(text.replace(/X/g, text.startsWith('-') ? '9' : '0').match(/^-?\d{4}/)[0]);

function interval() {
  const [a, b] = [date(), date()].sort((x, y) => floor(x) - floor(y));
  return pick([`${a}/${b}`, `${a}/${b}`, `${a}/..`, `../${a}`, `${a}/`, `/${a}`]);
}

const fixed = ['-9999', '9999', '0000', '-0001', '0001', '-9999-01-01', '9999-12-31', '2000-02-29', '1900-02-28', '0000-02-29',
  '-0004-02-29', '-999X', '999X', '-99XX', '99XX', '000X', '-000X', '00XX', '-00XX', '2014-41', '2014-33', '2012/2012',
  '-0043/-0030', '-0001/0002', '9999-23'];

function day(value, infinite) {
  if (value === infinite)
    return '*';
  return new Date(value).toISOString().replace(/T.*/, '').replace(/^-00/, '-');
}

function read(text) {
  const ends = text.split('/');
  if (ends.some(isSeason) || ends.some((end) => /^-00[0X]X|^0000-02|^-....-(3|4|.*XX)/.test(end)))
    return ['-', '-'];
  try {
    const value = edtf(text);
    return [ends[0] === '' ? '-' : day(value.min, -Infinity), ends[1] === '' ? '-' : day(value.max, Infinity)];
  } catch {
    return ['-', '-'];
  }
}

const texts = new Set(fixed);
while (texts.size < 700)
  texts.add(random(3) ? date() : interval());
const isValid = (text) => {
  const ends = text.split('/').filter((end) => end !== '' && end !== '..');
  const winter = ends.some((end) => /^9999-24/.test(end)), noYear = ends.some((end) => /^-0000/.test(end));
  // Ends in one year may be the wrong way round.
  return !winter && !noYear && (ends.length < 2 || floor(ends[0]) < floor(ends[1]) || fixed.includes(text));
};
for (const text of [...texts].filter(isValid))
  console.log([text, ...read(text)].join('\t'));
