// Where a path lies, asked of computers that are described here.
import { expect, test } from 'vitest'
import { placeOf, readMounts, type Place, type Probe } from '../../../db/team-folder/place-of.ts'
import { reachOf, type Reach } from '../../../db/team-folder/reach.ts'

const linux: Probe = { platform: 'linux', env: {}, real: (path) => path, system: () => 0xef53, mounts: () => [{ at: '/', system: 'ext4' }], names: () => [], link: () => { throw new Error('EINVAL') } }
const windows: Probe = { ...linux, platform: 'win32', system: () => null, mounts: () => [] }

test('[T6] network drives, synchronised folders and disks of this computer are told apart', () => {
  const fuse = (system: string): Probe => ({ ...linux, system: () => 0x65735546, mounts: () => [{ at: '/', system: 'ext4' }, { at: '/mnt/x', system }] })
  const cases: [path: string, probe: Probe, place: Place][] = [
    ['/home/noor/proef.duiding', linux, { kind: 'local' }],
    ['/home/noor/OneDriver/proef.duiding', linux, { kind: 'local' }],
    ['/mnt/x/proef.duiding', { ...linux, system: () => 0xff534d42 }, { kind: 'network', system: 'cifs' }],
    ['/mnt/x/proef.duiding', { ...linux, system: () => 0x6969 }, { kind: 'network', system: 'nfs' }],
    ['/mnt/x/proef.duiding', fuse('fuse.sshfs'), { kind: 'network', system: 'fuse.sshfs' }],
    ['/mnt/x/proef.duiding', fuse('fuseblk'), { kind: 'local' }],
    ['/home/noor/Nextcloud/werk/proef.duiding', linux, { kind: 'synced', service: 'Nextcloud' }],
    ['/home/noor/wolk/werk/proef.duiding', { ...linux, names: (folder) => (folder === '/home/noor/wolk' ? ['.sync_0a1b2c3d.db'] : []) }, { kind: 'synced', service: 'Nextcloud' }],
    ['/home/noor/werk/proef.duiding', { ...linux, real: (path) => path.replace('/home/noor/werk', '/home/noor/Dropbox (Jeugd)/werk') }, { kind: 'synced', service: 'Dropbox' }],
    ['/Users/noor/Library/CloudStorage/OneDrive-Gemeente/proef.duiding', { ...linux, platform: 'darwin', system: () => null }, { kind: 'synced', service: 'OneDrive' }],
    ['/Volumes/team/proef.duiding', { ...linux, platform: 'darwin', system: () => null, mounts: () => [{ at: '/Volumes/team', system: 'smbfs' }] }, { kind: 'network', system: 'smbfs' }],
    ['C:\\Users\\Noor\\Documents\\proef.duiding', windows, { kind: 'local' }],
    ['\\\\?\\C:\\Users\\Noor\\proef.duiding', windows, { kind: 'local' }],
    ['\\\\server\\team\\proef.duiding', windows, { kind: 'network', system: 'unc' }],
    ['G:\\werk\\proef.duiding', { ...windows, real: (path) => path.replace('G:\\', '\\\\server\\team\\') }, { kind: 'network', system: 'unc' }],
    ['C:\\Users\\Noor\\OneDrive - Gemeente\\proef.duiding', windows, { kind: 'synced', service: 'OneDrive' }],
    ['D:\\Wolk\\proef.duiding', { ...windows, env: { OneDriveCommercial: 'D:\\Wolk' } }, { kind: 'synced', service: 'OneDrive' }]
  ]
  expect(cases.map(([path, probe]) => placeOf(path, probe))).toEqual(cases.map(([, , place]) => place))
})

test('[T6] a computer that answers nothing is not asked twice: the path counts as local, unless a program stands between', () => {
  const mute: Probe = { ...linux, real: () => { throw new Error('EACCES') }, system: () => { throw new Error('ENOENT') }, mounts: () => { throw new Error('ENOENT') }, names: () => { throw new Error('EACCES') } }
  expect(placeOf('/data/proef.duiding', mute)).toEqual({ kind: 'local' })
  expect(placeOf('/data/proef.duiding', { ...mute, system: () => 0x65735546 })).toEqual({ kind: 'network', system: 'fuse' })
  expect(readMounts('//server/t /mnt/team\\040folder cifs rw 0 0\n')).toEqual([{ at: '/mnt/team folder', system: 'cifs' }])
})

test('[T12] what lies on a share is known without a touch of it, through links too; what only a touch would tell is said to be unsure', () => {
  const mounts = [{ at: '/', system: 'ext4' }, { at: '/mnt/team', system: 'nfs4' }, { at: '/mnt/schijf', system: 'fuseblk' }, { at: '/net', system: 'autofs' }]
  const links = new Map([['/home/noor/samen', '../../mnt/team/jeugd'], ['/home/noor/rond', '/home/noor/rond']])
  const touched: string[] = []
  const probe: Probe = { ...linux, mounts: () => mounts, link: (path) => { touched.push(path); const to = links.get(path); if (to === undefined) throw new Error('EINVAL'); return to } }
  const nfs: Reach = { is: 'network', place: { kind: 'network', system: 'nfs4' } }
  const cases: [path: string, probe: Probe, reach: Reach][] = [
    ['/home/noor/proef.duiding', probe, { is: 'here' }], ['/mnt/schijf/proef.duiding', probe, { is: 'here' }],
    ['/mnt/team/proef.duiding', probe, nfs], ['/home/noor/samen/werk/proef.duiding', probe, nfs],
    ['/net/server/proef.duiding', probe, { is: 'unsure' }], ['/home/noor/rond/proef.duiding', probe, { is: 'unsure' }],
    ['\\\\server\\team\\proef.duiding', windows, { is: 'network', place: { kind: 'network', system: 'unc' } }],
    ['C:\\Users\\Noor\\proef.duiding', windows, { is: 'here' }], ['G:\\werk\\proef.duiding', windows, { is: 'unsure' }],
    ['/Volumes/team/proef.duiding', { ...linux, platform: 'darwin' }, { is: 'unsure' }], ['/Users/noor/proef.duiding', { ...linux, platform: 'darwin' }, { is: 'here' }]
  ]
  expect(cases.map(([path, of]) => reachOf(path, of))).toEqual(cases.map(([, , reach]) => reach))
  expect(touched.filter((path) => path.startsWith('/mnt/team') || path.startsWith('/net'))).toEqual([])
})
