#!/usr/bin/env python3
"""Writes the tables of this folder that are made from other people's data; see README.md for sources and licences.

usage: generate.py FAKER_PROVIDERS     (the folder faker/providers/person of Debian's python3-fake-factory)
Reads iso-codes, wordnet-base, scowl and rig where Debian puts them. The hand-made corrections are in states-by-hand.json.
"""
import ast, collections, glob, json, os, re, sys, unicodedata

HERE = os.path.dirname(os.path.abspath(__file__))


def save_words(path, words):
    """One word or name per line, sorted by bytes: the program searches the file itself."""
    lines = sorted({w.strip() for w in words if w.strip()}, key=lambda w: w.encode())
    with open(os.path.join(HERE, path), 'w', encoding='utf-8') as f:
        f.write(''.join(w + '\n' for w in lines))
    print(path, len(lines))


def identifier(name):
    plain = unicodedata.normalize('NFD', name).encode('ascii', 'ignore').decode().lower()
    return re.sub(r'[^a-z0-9]+', '-', plain).strip('-')


def wordnet(kind):
    synsets = {}
    for line in open('/usr/share/wordnet/data.' + kind, encoding='latin-1'):
        if line.startswith(' '):
            continue
        head, _, gloss = line.partition(' | ')
        f = head.split()
        n = int(f[3], 16)
        words = [re.sub(r'\(\w+\)$', '', f[4 + 2 * i]).replace('_', ' ') for i in range(n)]
        p = int(f[4 + 2 * n])
        pointers = [tuple(f[5 + 2 * n + 4 * i:9 + 2 * n + 4 * i]) for i in range(p)]
        synsets[f[0]] = (f[1], words, pointers, gloss)
    return synsets


def states(nouns, adjectives):
    by_hand = json.load(open(os.path.join(HERE, 'states-by-hand.json'), encoding='utf-8'))
    table = collections.OrderedDict()
    owner = {}
    for c in json.load(open('/usr/share/iso-codes/json/iso_3166-1.json'))['3166-1']:
        name = c.get('common_name', c['name'])
        hand = by_hand.get(c['alpha_2'], {})
        if hand.get('skip'):
            continue
        name = hand.get('name', re.sub(r',.*', '', name))
        forms = {c['name'], c.get('official_name', name), c.get('common_name', name)}
        forms = {re.sub(r'^the ', '', f, flags=re.I) for f in forms if ',' not in f and '(' not in f}
        entry = {'id': identifier(name), 'name': name,
                 'aliases': sorted(forms - {name}), 'demonyms': [], 'capitals': []}
        table[c['alpha_2']] = entry
    for code, hand in by_hand.items():
        if code not in table and not hand.get('skip'):
            table[code] = {'id': identifier(hand['name']), 'name': hand['name'],
                           'aliases': [], 'demonyms': [], 'capitals': []}
    for code, entry in table.items():
        for form in [entry['name'], *entry['aliases'], *by_hand.get(code, {}).get('aliases', [])]:
            owner.setdefault(form, code)
    synset_state = {}
    for offset, (lex, words, _, _) in nouns.items():
        if lex == '15':
            for w in words:
                if w in owner:
                    synset_state.setdefault(offset, owner[w])
    for lex, words, pointers, _ in adjectives.values():
        for symbol, target, pos, _ in pointers:
            if symbol == '\\' and pos == 'n' and target in synset_state:
                table[synset_state[target]]['demonyms'] += [w for w in words if w[0].isupper() and '-' not in w]
    # people: "native or inhabitant of X"
    for lex, words, pointers, gloss in nouns.values():
        if lex != '18':
            continue
        m = re.match(r'an? (?:native or )?inhabitant of ([A-Z][\w ]+)', gloss)
        if m and m.group(1).strip() in owner:
            table[owner[m.group(1).strip()]]['demonyms'] += [w for w in words if w[0].isupper() and ' ' not in w]
    for lex, words, pointers, gloss in nouns.values():
        if lex == '15' and any(s == '@i' and 'national capital' in nouns[t][1] for s, t, _, _ in pointers):
            for s, t, _, _ in pointers:
                if s == '#p' and t in synset_state:
                    table[synset_state[t]]['capitals'] += [w for w in words if not w.startswith(('capital of', 'Russian cap'))
                                                           and not w.islower()][:2]
    for code, hand in by_hand.items():
        if code in table:
            for key in ('aliases', 'demonyms', 'capitals'):
                drop = hand.get('not', [])
                table[code][key] = [w for w in table[code][key] + hand.get(key, []) if w not in drop]
    taken = {}
    for entry in table.values():
        for key in ('aliases', 'demonyms', 'capitals'):
            unique = []
            for w in entry[key]:
                if key == 'demonyms' and not re.search('(s|sh|ch|ese|men|man)$', w):
                    entry[key].append(w + 's')
                if key == 'capitals' and w.endswith(' capital'):
                    continue
                if w != entry['name'] and w not in unique and taken.setdefault(w, entry['id']) == entry['id']:
                    unique.append(w)
            entry[key] = unique
    with open(os.path.join(HERE, 'states.txt'), 'w', encoding='utf-8') as f:
        for e in table.values():
            f.write('\t'.join(['state', e['name'], *e['aliases'], *('demonym=' + w for w in e['demonyms']),
                               *('capital=' + w for w in e['capitals'])]) + '\n')
    print('states.txt', len(table))
    return {w for e in table.values() for w in [e['name'], *e['aliases'], *e['demonyms'], *e['capitals']]}


def places(nouns, states_names):
    kinds = {'city', 'town', 'port', 'geographical area', 'island', 'state capital', 'archipelago', 'American state',
             'state', 'desert', 'French region', 'district', 'volcano', 'peninsula', 'county', 'port of entry',
             'Italian region', 'city district', 'region', 'provincial capital', 'Canadian province', 'cape', 'village',
             'borough', 'Aegean island', 'Australian state', 'canal', 'suburb', 'seaport', 'river', 'mountain peak',
             'sea', 'ocean', 'gulf', 'bay', 'lake', 'strait', 'mountain', 'range', 'mountain range', 'continent',
             'national park', 'mount', 'channel', 'subcontinent', 'geographic area', 'territory'}
    found = set()
    for lex, words, pointers, gloss in nouns.values():
        if lex in ('15', '17') and any(s == '@i' and kinds & set(nouns[t][1]) for s, t, _, _ in pointers):
            found |= {re.sub(r'^the ', '', w) for w in words if w[:1].isupper() and len(w) > 3 and not w.isupper()}
    save_words('places.txt', found - states_names - {'Man', 'Nice', 'Reading', 'Mobile', 'Bath', 'Flint', 'Orange', 'Cork', 'Hull',
                                                     'Deer', 'Rush', 'Clinton', 'Gary', 'Victoria', 'Jackson', 'Lincoln', 'Madison', 'Independence',
                                                     'Concord', 'Garland', 'Bismarck', 'Custer', 'Wells', 'Charlotte', 'Austin'})


def names(providers):
    given, family = set(), set()
    for path in glob.glob(os.path.join(providers, '*', '__init__.py')):
        tree = ast.parse(open(path, encoding='utf-8').read())
        for node in ast.walk(tree):
            if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
                continue
            target = node.targets[0].id
            words = {s.value for s in ast.walk(node.value) if isinstance(s, ast.Constant) and isinstance(s.value, str)}
            words = {w for w in words if re.fullmatch(r"[^\W\d_][^\W\d_'’-]+(?:-[^\W\d_]+)?", w) and w[0].isupper()
                     and 'LATIN' in unicodedata.name(w[0], '')}
            if target.startswith('first_name'):
                given |= words
            elif target.startswith('last_name'):
                family |= words
    for path in ('fnames.idx', 'mnames.idx'):
        given |= {w.strip() for w in open('/usr/share/rig/' + path)}
    family |= {w.strip() for w in open('/usr/share/rig/lnames.idx')}
    by_hand = json.load(open(os.path.join(HERE, 'names-by-hand.json'), encoding='utf-8'))
    save_words('given-names.txt', (given | set(by_hand['given'])) - set(by_hand['not']))
    save_words('surnames.txt', (family | set(by_hand['family'])) - set(by_hand['not']))


def words():
    found = set()
    for name in ('english', 'american', 'british'):
        for size in (10, 20, 35, 40):
            path = f'/usr/share/dict/scowl/{name}-words.{size}'
            found |= {w.strip() for w in open(path, encoding='latin-1')}
    save_words('../languages/en/words.txt', {w for w in found if w.isalpha() and w.islower() and len(w) > 1})


if __name__ == '__main__':
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    nouns = wordnet('noun')
    state_names = states(nouns, wordnet('adj'))
    places(nouns, state_names)
    names(sys.argv[1])
    words()
