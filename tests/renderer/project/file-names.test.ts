// Names of files from titles, and folders from paths, as every system allows and writes them.
import { expect, test } from 'vitest'
import { folderOf } from '../../../renderer/files/folder-of.ts'
import { fileName } from '../../../renderer/files/file-name.ts'

test('a title becomes a name that every system allows', () => {
  expect(['Demostad: meting 2?', 'a/b\\c', '  veel   ruimte ', '...', 'CON', 'Wijk & "co".', 'x'.repeat(300), 'één\tregel\n'].map(fileName))
    .toEqual(['Demostad meting 2', 'a b c', 'veel ruimte', '', 'CON project', 'Wijk & co', 'x'.repeat(100), 'één regel'])
})

test('the folder of a file, on any system', () => {
  expect(['/home/a/p.duiding', 'C:\\Users\\a\\p.duiding', 'C:\\p.duiding', '/p.duiding', '\\\\server\\deel\\p.duiding'].map(folderOf))
    .toEqual(['/home/a', 'C:\\Users\\a', 'C:\\', '/', '\\\\server\\deel'])
})
